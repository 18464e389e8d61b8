package io.gatehouse.testkit;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.Map;

/**
 * The one language model of the tests that run the whole loop. A test is connected with it by
 * {@code @Property(name = "env.LLM_URL", value = SharedModel.URL)} and {@code env.LLM_MODEL}.
 */
public final class SharedModel {

  public static final String URL = "${scripted.model.url}";

  private static final ScriptedModel MODEL = started();

  private SharedModel() {}

  /** With an empty script: it finds nothing. */
  public static ScriptedModel ready() {
    MODEL.reset();
    return MODEL;
  }

  private static ScriptedModel started() {
    final ScriptedModel model = new ScriptedModel();
    Runtime.getRuntime().addShutdownHook(new Thread(model::close));
    return model;
  }

  /** Tells every application context where it is. */
  @ContextConfigurer
  public static final class Address implements ApplicationContextConfigurer {

    @Override
    public void configure(final ApplicationContextBuilder builder) {
      builder.properties(Map.of("scripted.model.url", MODEL.url()));
    }
  }
}
