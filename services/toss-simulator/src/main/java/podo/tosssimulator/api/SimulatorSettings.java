package podo.tosssimulator.api;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code podo.simulator}.
 *
 * @param secretKey the only accepted key; empty accepts every test key
 */
@ConfigurationProperties("podo.simulator")
record SimulatorSettings(String secretKey) {

    boolean accepts(String key) {
        return secretKey.isEmpty() ? key.startsWith("test_sk") || key.startsWith("test_gsk") : secretKey.equals(key);
    }
}
