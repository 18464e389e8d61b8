package io.gatehouse.apidoc;

import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who may call what, as the server itself decides it. */
@Singleton
class Routes {

  private final Router router;

  Routes(final Router router) {
    this.router = router;
  }

  /** The roles by method and path; a route that says nothing has none. */
  Map<String, List<String>> access() {
    final Map<String, List<String>> access = new TreeMap<>();
    router
        .uriRoutes()
        .forEach(
            route ->
                access.put(
                    route.getHttpMethodName() + " " + path(route),
                    List.of(route.getAnnotationMetadata().stringValues(Secured.class))));
    return access;
  }

  private static String path(final UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().toString().replace("{+", "{");
  }
}
