package io.gatehouse.access;

import io.gatehouse.base.Caller;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecuredAnnotationRule;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Keeps participants to the routes that name them: one that is open to whoever has any key is not
 * open to the browsers of strangers.
 */
@Singleton
class ParticipantRule implements SecurityRule<HttpRequest<?>> {

  @Override
  public Publisher<SecurityRuleResult> check(
      final HttpRequest<?> request, final @Nullable Authentication authentication) {
    final boolean refused =
        authentication != null
            && authentication.getRoles().contains(Caller.PARTICIPANT)
            && !named(request);
    return Publishers.just(refused ? SecurityRuleResult.REJECTED : SecurityRuleResult.UNKNOWN);
  }

  @Override
  public int getOrder() {
    return SecuredAnnotationRule.ORDER - 1;
  }

  private static boolean named(final HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .map(
            route ->
                List.of(route.getAnnotationMetadata().stringValues(Secured.class))
                    .contains(Caller.PARTICIPANT))
        .orElse(false);
  }
}
