package io.gatehouse.apidoc;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** Where the description begins; all words of it lie in {@code src/main/openapi}. */
@OpenAPIDefinition(info = @Info(title = "Gatehouse", version = "0.1.0"))
final class Definition {

  private Definition() {}
}
