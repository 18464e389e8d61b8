package io.gatehouse.presend;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.gatehouse.detection.FindingClass;
import java.io.IOException;

/** Writes a class by its name: the engine's types carry no annotation. */
final class ClassName extends StdSerializer<FindingClass> {

  private static final long serialVersionUID = 1L;

  ClassName() {
    super(FindingClass.class);
  }

  @Override
  public void serialize(
      final FindingClass type, final JsonGenerator out, final SerializerProvider context)
      throws IOException {
    out.writeString(type.wire());
  }
}
