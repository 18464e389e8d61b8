package io.gatehouse.telling;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.mail.Letter;
import io.gatehouse.mail.PostOffice;
import jakarta.inject.Singleton;

/** Tells by e-mail, all of the owner's addresses at once. */
@Singleton
class MailVoice implements Teller.Voice {

  private final PostOffice post;
  private final Wording wording;

  MailVoice(final PostOffice post, final Wording wording) {
    this.post = post;
    this.wording = wording;
  }

  @Override
  public Way way() {
    return Way.MAIL;
  }

  @Override
  public Outcome tell(final Effect effect, final News news) {
    return post.send(
        effect,
        new Letter(news.settings().owner().emails(), wording.subject(news), wording.letter(news)));
  }

  /** Sent again with the same Message-ID; to be told twice is better than not at all. */
  @Override
  public Outcome unsure(final Effect effect, final News news) {
    return new Outcome.Later("repeat", "Sent again under the same Message-ID.", null);
  }
}
