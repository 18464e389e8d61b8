package io.gatehouse.lookup;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.EffectLedger;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.site.Issues;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Orders look-ups, one at a time for an Issue. */
@Singleton
class LookUpOrders {

  private final Issues issues;
  private final EffectLedger effects;

  LookUpOrders(final Issues issues, final EffectLedger effects) {
    this.issues = issues;
    this.effects = effects;
  }

  /**
   * @param author somebody to be asked for as well, or ""
   */
  @Transactional
  void add(final OrganizationId organization, final String issue, final String author) {
    if (issues.ask(organization, issue)) {
      effects.add(
          List.of(
              new NewEffect(
                  organization,
                  Lane.ERPNEXT,
                  LookUp.KIND,
                  null,
                  null,
                  Map.of(LookUp.ISSUE, issue, LookUp.AUTHOR, author))));
    }
  }
}
