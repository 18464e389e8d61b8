package io.gatehouse.erpnext;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.events.MessageKeys;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way in for documents that were found on the site and not told of by a webhook. */
@Singleton
public final class Found {

  /** The natural keys' source of each type of document whose name is the message's. */
  private static final Map<String, String> SOURCES =
      Map.of("Communication", Letters.COMMUNICATION, "Comment", Letters.COMMENT);

  /** An Issue's description is a message, too, and its state is not. */
  private static final String ISSUE = "issue";

  private final Intake intake;
  private final MessageKeys keys;
  private final ProviderAccounts accounts;
  private final JsonMapper json;

  Found(
      final Intake intake,
      final MessageKeys keys,
      final ProviderAccounts accounts,
      final JsonMapper json) {
    this.intake = intake;
    this.keys = keys;
    this.accounts = accounts;
    this.json = json;
  }

  /** Those of the names under which no message is known; of Issues, which change, all. */
  public Set<String> unknown(
      final OrganizationId organization, final String doctype, final List<String> names) {
    final String source = SOURCES.get(doctype);
    return source == null ? Set.copyOf(names) : keys.unknown(organization, source, names);
  }

  /**
   * Takes a document in as its webhook would have told it; a second time changes nothing.
   *
   * @return whether it is a message, and not ignored or another state of an Issue that is known
   * @throws io.gatehouse.base.Problem 400 saying what is wrong with it
   */
  public boolean take(
      final OrganizationId organization, final String doctype, final JsonNode document) {
    final var secret = accounts.erpnext(organization).webhookSecrets().getFirst();
    final boolean news = isNews(organization, doctype, document);
    final Answer answer =
        intake.receive(new Delivery(organization, bytes(doctype, document), secret));
    return answer instanceof Answer.Screened && news;
  }

  private boolean isNews(
      final OrganizationId organization, final String doctype, final JsonNode document) {
    final JsonNode name = document.get("name");
    return SOURCES.containsKey(doctype)
        || name != null
            && !keys.unknown(organization, ISSUE, List.of(name.coerceStringValue())).isEmpty();
  }

  /** Lists leave out the type, by which the shapes are told apart. */
  private byte[] bytes(final String doctype, final JsonNode document) {
    final Map<String, JsonNode> members = new HashMap<>();
    document.entries().forEach(member -> members.put(member.getKey(), member.getValue()));
    members.put("doctype", JsonNode.createStringNode(doctype));
    try {
      return json.writeValueAsBytes(JsonNode.createObjectNode(members));
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
