package io.gatehouse.opinion;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.effects.EffectLedger;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.rulings.Source;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Has the model read something once the running transaction has committed. */
@Singleton
public class ModelOrders {

  static final String KIND = "moderate";
  static final String SOURCE_KIND = "source_kind";
  static final String SOURCE_ID = "source_id";
  static final String FORMAT = "format";

  private final EffectLedger effects;
  private final Wanted wanted;

  ModelOrders(final EffectLedger effects, final Wanted wanted) {
    this.effects = effects;
    this.wanted = wanted;
  }

  /**
   * Orders a second opinion on other systems' content, if the organization wants one; joins the
   * running transaction. The content's text must be {@linkplain io.gatehouse.rulings.Texts kept}
   * until then.
   *
   * @param first what the words alone made of it
   * @return whether it was ordered
   */
  public boolean order(
      final OrganizationId organization,
      final Source source,
      final Format format,
      final Opinion first) {
    final boolean shown =
        switch (wanted.reading(organization)) {
          case OFF -> false;
          case DOUBTFUL -> first.help() || first.scores().highest(category -> true) > 0;
          case ALL -> true;
        };
    if (shown && first.ruling() != Ruling.BLOCK) {
      effects.add(List.of(onContent(organization, source, format)));
      return true;
    }
    return false;
  }

  static NewEffect onMessage(final OrganizationId organization, final UUID event) {
    return new NewEffect(organization, Lane.MODEL, KIND, null, event, Map.of());
  }

  private static NewEffect onContent(
      final OrganizationId organization, final Source source, final Format format) {
    return new NewEffect(
        organization,
        Lane.MODEL,
        KIND,
        null,
        null,
        Map.of(SOURCE_KIND, source.kind(), SOURCE_ID, source.id(), FORMAT, format.name()));
  }
}
