package io.gatehouse.frappe;

import io.gatehouse.effects.EffectHandler;

/**
 * What is done on a site. It is worth hours of trying and of looking: a site that is down over
 * night, or behind a proxy that answers for it, must not leave a thread without its notice and the
 * desk without its alert. With the ledger's standard pauses these are more than nine hours and more
 * than five.
 */
public interface SiteHandler extends EffectHandler {

  @Override
  default int attempts() {
    return 60;
  }

  @Override
  default int checks() {
    return 40;
  }
}
