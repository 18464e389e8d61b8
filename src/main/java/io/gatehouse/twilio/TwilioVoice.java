package io.gatehouse.twilio;

import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Say;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import java.util.Optional;

/**
 * Who rings a masked number hears that it takes texts only. Nobody is ever dialled: a call would
 * show the caller's own number to the other side.
 */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.TEXT_XML)
class TwilioVoice {

  private static final String VOICE = "/webhooks/twilio/voice";
  private static final String OF_ORGANIZATION = "/o/{organization}" + VOICE;

  private final Door door;
  private final SettingsBook settings;
  private final Texts texts;

  TwilioVoice(final Door door, final SettingsBook settings, final Texts texts) {
    this.door = door;
    this.settings = settings;
    this.texts = texts;
  }

  @Post(uris = {VOICE, OF_ORGANIZATION})
  String posted(
      final ServerHttpRequest<?> request, @PathVariable final Optional<String> organization)
      throws TwiMLException {
    return answer(request, organization);
  }

  @Get(uris = {VOICE, OF_ORGANIZATION})
  String got(final ServerHttpRequest<?> request, @PathVariable final Optional<String> organization)
      throws TwiMLException {
    return answer(request, organization);
  }

  private String answer(final ServerHttpRequest<?> request, final Optional<String> organization)
      throws TwiMLException {
    final OrganizationId called =
        organization.map(OrganizationId::new).orElse(OrganizationId.DEFAULT);
    door.open(called, request);
    final Settings current = settings.current(called);
    final Say notice =
        new Say.Builder(texts.render(current, "voice.notice", "", Map.of()))
            .option("language", texts.render(current, "voice.language", "", Map.of()))
            .build();
    return new VoiceResponse.Builder()
        .say(notice)
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }
}
