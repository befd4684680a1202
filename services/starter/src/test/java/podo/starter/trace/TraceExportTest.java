package podo.starter.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.mock.env.MockEnvironment;

class TraceExportTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void anEmptyAddressIsNone() {
        environment.setProperty("PODO_OTLP_ENDPOINT", " ");
        environment.setProperty("PODO_TRACE_SAMPLING", "1.0");
        apply();
        assertThat(environment.getProperty("management.tracing.sampling.probability"))
                .isEqualTo("0");
        assertThat(environment.containsProperty("management.opentelemetry.tracing.export.otlp.endpoint"))
                .isFalse();
    }

    @Test
    void withAnAddressOneRequestInTenIsExportedUnlessSaidOtherwise() {
        environment.setProperty("PODO_OTLP_ENDPOINT", "http://collector:4318/v1/traces");
        apply();
        assertThat(environment.getProperty("management.tracing.sampling.probability"))
                .isEqualTo("0.1");
        MockEnvironment all = new MockEnvironment();
        all.setProperty("PODO_OTLP_ENDPOINT", "http://collector:4318/v1/traces");
        all.setProperty("PODO_TRACE_SAMPLING", "1.0");
        new TraceExportEnvironment().postProcessEnvironment(all, new SpringApplication());
        assertThat(all.getProperty("management.tracing.sampling.probability")).isEqualTo("1.0");
    }

    @Test
    void aSpanArrivesAtTheAddress() throws IOException {
        Queue<String> received = new ConcurrentLinkedQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        collector.createContext("/", call -> {
            received.add(call.getRequestURI().getPath());
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        collector.start();
        String address = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
        try (var context = new SpringApplicationBuilder(Exporting.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--PODO_OTLP_ENDPOINT=" + address,
                        "--PODO_TRACE_SAMPLING=1.0",
                        "--spring.application.name=shop")) {
            context.getBean(Tracer.class).nextSpan().name("purchase").start().end();
        } finally {
            await().atMost(Duration.ofSeconds(20)).until(() -> !received.isEmpty());
            collector.stop(0);
        }
        assertThat(received).containsOnly("/v1/traces");
    }

    private void apply() {
        new TraceExportEnvironment().postProcessEnvironment(environment, new SpringApplication());
    }

    @ImportAutoConfiguration({
        ObservationAutoConfiguration.class,
        OpenTelemetrySdkAutoConfiguration.class,
        OpenTelemetryTracingAutoConfiguration.class,
        MicrometerTracingAutoConfiguration.class,
        OtlpTracingAutoConfiguration.class
    })
    static class Exporting {}
}
