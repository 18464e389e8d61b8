package io.gatehouse.limits;

import jakarta.inject.Singleton;

/** How often each action may be done. */
@Singleton
final class Rates {

  private final Rate invitations;
  private final Rate signUps;

  Rates(final LimitSettings.Invitations invitations, final LimitSettings.SignUps signUps) {
    this.invitations = new Rate(invitations.most(), invitations.within());
    this.signUps = new Rate(signUps.most(), signUps.within());
  }

  Rate of(final Action action) {
    return switch (action) {
      case INVITE_ATTEMPT -> invitations;
      case ORG_CREATION -> signUps;
    };
  }
}
