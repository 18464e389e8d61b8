package io.gatehouse.site;

import io.gatehouse.base.OrganizationId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the desk looks into a pair's matter; documents that are kept back are moved there. */
public interface AlertPlace {

  /**
   * @return the name of the Issue of the open alert of the conversation's pair, empty while there
   *     is none
   */
  Optional<String> openFor(OrganizationId organization, @Nullable UUID conversation);
}
