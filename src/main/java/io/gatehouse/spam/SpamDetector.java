package io.gatehouse.spam;

import io.gatehouse.base.Channel;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Folder;
import io.gatehouse.lexicon.Hit;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.lexicon.RuleFiles;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The engine: thread-safe, stateless between calls, linear in the length of the text. */
public final class SpamDetector {

  /** Longer texts are judged by their beginning; a caller refuses them anyway. */
  public static final int MOST_CHARACTERS = 5_000;

  private final Lexicon lexicon;

  private SpamDetector(final Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** With the words that ship with Gatehouse, and those by which contact details are found. */
  public static SpamDetector standard() {
    final List<DataFile> files = new ArrayList<>(RuleFiles.shipped().phrases());
    files.addAll(Phrases.files());
    return new SpamDetector(Lexicon.of(files));
  }

  /**
   * Never throws for any text.
   *
   * @param region ISO 3166 country assumed for numbers without a country code
   */
  public Spam judge(
      final String text, final SpamKind kind, final SpamRules rules, final String region) {
    final String part = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    final Canonical read = Folder.plain(part);
    final var context = new Reading.Context(lexicon, Channel.SMS, region, Set.of());
    final Reading reading = Reading.of(read, context);
    final List<Candidate> contacts = Contacts.find(reading);
    final List<Hit> said = Phrases.hits(reading, kind);
    final List<Sighting> seen = new ArrayList<>(Phrases.find(reading, said, rules.allowed()));
    seen.addAll(Contacts.sightings(contacts, kind));
    final Set<String> excused = Phrases.excused(said);
    Letters.find(part, kind).stream()
        .filter(sighting -> !excused.contains(sighting.code()))
        .forEach(seen::add);
    return new Weighing(seen, rules).spam(Sanitized.of(part, read, contacts));
  }
}
