package podo.web;

import java.io.IOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** One Redis for all tests of this JVM, started at first use. */
public final class SharedTestRedis {

    private static RedisServer server;
    private static int port;

    private SharedTestRedis() {}

    public static synchronized int port() {
        if (server == null) {
            try {
                try (var free = new ServerSocket(0)) {
                    port = free.getLocalPort();
                }
                server = RedisServer.builder()
                        .port(port)
                        .setting("save \"\"")
                        .setting("maxmemory 64mb")
                        .build();
                server.start();
                Runtime.getRuntime().addShutdownHook(new Thread(SharedTestRedis::stop));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return port;
    }

    private static void stop() {
        server.stop();
    }
}
