package podo.starter.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class DrainTest {

    private static final List<String> HAPPENED = new CopyOnWriteArrayList<>();
    private static CountDownLatch answer = new CountDownLatch(1);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void whatIsAskedToDrainLeavesTheRegistryAndFinishesItsRequestsBeforeAnythingStops() throws Exception {
        Path request = folder.resolve("drain");
        ConfigurableApplicationContext context = start(request);
        CompletableFuture<HttpResponse<String>> slow = ask(context, "/slow");
        await().until(() -> HAPPENED.contains("asked"));
        Files.writeString(request, "");

        // not in the common pool: on two cores it has one thread, which answers of the HTTP client want too
        CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close, Thread::startVirtualThread);

        await().until(() -> HAPPENED.contains("streams end"));
        HttpResponse<String> late = ask(context, "/").join();
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.headers().firstValue("Connection")).contains("close");
        assertThat(HAPPENED).doesNotContain("stopped");
        answer.countDown();
        assertThat(slow.join().body()).isEqualTo("slow");
        closing.join();
        assertThat(HAPPENED).containsExactly("asked", "unlisted", "streams end", "stopped");
    }

    @Test
    void whatIsNotAskedStopsAtOnce() throws Exception {
        ConfigurableApplicationContext context = start(folder.resolve("drain"));
        assertThat(ask(context, "/").join().headers().firstValue("Connection")).isEmpty();

        context.close();

        assertThat(HAPPENED).containsExactly("stopped");
    }

    private static ConfigurableApplicationContext start(Path request) {
        HAPPENED.clear();
        answer = new CountDownLatch(1);
        return new SpringApplicationBuilder(Shop.class)
                .properties(
                        "server.port=0",
                        "server.shutdown=graceful",
                        "spring.cloud.config.enabled=false",
                        "podo.drain.request=" + request,
                        "podo.drain.unlisted-after=200ms",
                        "podo.drain.quiet=300ms")
                .run();
    }

    private CompletableFuture<HttpResponse<String>> ask(ConfigurableApplicationContext context, String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }

    @SpringBootConfiguration
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        DrainAutoConfiguration.class
    })
    @Import(Desk.class)
    static class Shop {

        @Bean
        Drainable streams() {
            return new Drainable() {
                @Override
                public void beginDrain(Duration within) {
                    HAPPENED.add("streams end");
                }

                @Override
                public boolean isDrained() {
                    return true;
                }
            };
        }

        @Bean
        AutoCloseable last() {
            return () -> HAPPENED.add("stopped");
        }

        @Bean
        Registration registration() {
            return Mockito.mock();
        }

        @Bean
        ServiceRegistry<Registration> registry() {
            return new ServiceRegistry<>() {
                @Override
                public void register(Registration registration) {}

                @Override
                public void deregister(Registration registration) {
                    HAPPENED.add("unlisted");
                }

                @Override
                public void close() {}

                @Override
                public void setStatus(Registration registration, String status) {}

                @Override
                public <T> T getStatus(Registration registration) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    @RestController
    static class Desk {

        @GetMapping("/")
        String now() {
            return "now";
        }

        @GetMapping("/slow")
        String slow() throws InterruptedException {
            HAPPENED.add("asked");
            answer.await();
            return "slow";
        }
    }
}
