package io.gatehouse.media;

import io.gatehouse.attachments.FileTypes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;

/**
 * A stranger's file as an answer: named by what it is, never shown within our pages, never kept.
 */
final class FileAnswer {

  private static final FileTypes TYPES = new FileTypes();

  private FileAnswer() {}

  static HttpResponse<byte[]> of(final MediaRepository.Content file) {
    final String name = "file-" + (file.position() + 1) + "." + TYPES.of(file.bytes()).extension();
    return HttpResponse.ok(file.bytes())
        .contentType(MediaType.of(file.type()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }
}
