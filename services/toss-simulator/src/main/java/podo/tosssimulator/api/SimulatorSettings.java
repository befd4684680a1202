package podo.tosssimulator.api;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param secretKey the one key that may call; empty means any test key
 */
@ConfigurationProperties("podo.simulator")
record SimulatorSettings(String secretKey) {

    boolean knows(String key) {
        return secretKey.isEmpty() ? key.startsWith("test_sk") || key.startsWith("test_gsk") : secretKey.equals(key);
    }
}
