package podo.starter.tls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where a certificate is set, sends the HTTP clients of each service through the bundle that recognises it, and has a TLS server
 * registered with its secure port.
 */
class ServiceTlsEnvironment implements EnvironmentPostProcessor {

    /** Those that answer calls of others. */
    static final List<String> CALLED = List.of("user", "event", "inventory", "reservation", "payment", "notification");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!ServiceIdentity.isSet(environment)) {
            return;
        }
        Map<String, Object> settings = new HashMap<>();
        for (String service : CALLED) {
            settings.put("spring.http.serviceclient." + service + ".ssl.bundle", bundleFor(service));
        }
        if (ServiceIdentity.BUNDLE.equals(environment.getProperty("server.ssl.bundle"))) {
            settings.put("eureka.instance.non-secure-port-enabled", "false");
            settings.put("eureka.instance.secure-port-enabled", "true");
            settings.put("eureka.instance.secure-port", "${server.port:8443}");
            settings.put("eureka.instance.secure-virtual-host-name", "${spring.application.name}");
        }
        environment.getPropertySources().addLast(new MapPropertySource("podoServiceTls", settings));
    }

    static String bundleFor(String service) {
        return "to-" + service;
    }
}
