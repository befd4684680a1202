package podo.starter.trace;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Sends spans to the OTLP address of {@code PODO_OTLP_ENDPOINT}, of the share of requests that {@code PODO_TRACE_SAMPLING} says. Without an
 * address no request is sampled and there is no exporter; trace ids are made and passed on all the same.
 */
class TraceExportEnvironment implements EnvironmentPostProcessor {

    private static final String ENDPOINT = "PODO_OTLP_ENDPOINT";
    private static final String SHARE = "PODO_TRACE_SAMPLING";
    private static final String DEFAULT_SHARE = "0.1";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String endpoint = environment.getProperty(ENDPOINT, "");
        Map<String, Object> settings = new HashMap<>();
        // an empty address would count as set
        if (!endpoint.isBlank()) {
            settings.put("management.opentelemetry.tracing.export.otlp.endpoint", endpoint.strip());
        }
        String share = environment.getProperty(SHARE, "");
        settings.put(
                "management.tracing.sampling.probability",
                endpoint.isBlank() ? "0" : share.isBlank() ? DEFAULT_SHARE : share.strip());
        environment.getPropertySources().addLast(new MapPropertySource("podoTraceExport", settings));
    }
}
