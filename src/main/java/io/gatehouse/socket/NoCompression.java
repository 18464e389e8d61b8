package io.gatehouse.socket;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;

/**
 * Takes the compression of WebSocket messages out (RFC 7692): the framework offers it without a
 * limit to what a frame may unpack to, so that a few kilobytes could fill the memory.
 */
@Singleton
class NoCompression implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private static final String COMPRESSION = "WebSocketServerCompressionHandler";

  @Override
  public NettyServerCustomizer.Registry onCreated(
      final BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    final NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(new Every());
    return registry;
  }

  private static final class Every implements NettyServerCustomizer {

    @Override
    public NettyServerCustomizer specializeForChannel(
        final Channel channel, final ChannelRole role) {
      return new Pipelines(channel);
    }
  }

  private record Pipelines(Channel channel) implements NettyServerCustomizer {

    @Override
    public NettyServerCustomizer specializeForChannel(final Channel its, final ChannelRole role) {
      return new Pipelines(its);
    }

    @Override
    public void onStreamPipelineBuilt() {
      final ChannelPipeline pipeline = channel.pipeline();
      if (pipeline.get(COMPRESSION) != null) {
        pipeline.remove(COMPRESSION);
      }
    }
  }
}
