package podo.stack.junit;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import podo.stack.server.KafkaAccounts;

/** The settings that the supervisor puts into a service's environment, for a test. Secrets are random in each JVM. */
final class TestSettings {
    private static final Map<String, Object> SECRETS = secrets();

    private TestSettings() {}

    static Map<String, Object> of(String application, Set<RealServer> servers) {
        var settings = new HashMap<String, Object>(SECRETS);
        if (servers.contains(RealServer.DATABASE)) {
            var password = "test-" + application;
            TestServers.database().open(application, password);
            settings.put("PODO_DB_HOST", "127.0.0.1");
            settings.put("PODO_DB_PORT", TestServers.database().port());
            settings.put("PODO_DB_PASSWORD", password);
        }
        if (servers.contains(RealServer.REDIS_CLUSTER)
                || servers.contains(RealServer.REDIS) && TestServers.isRedisClustered()) {
            settings.put(
                    "spring.data.redis.cluster.nodes",
                    TestServers.redisCluster().addresses());
            settings.put(
                    "PODO_REDIS_PASSWORD",
                    TestServers.redisCluster().nodes().getFirst().password(application));
        } else if (servers.contains(RealServer.REDIS)) {
            settings.put("PODO_REDIS_HOST", "127.0.0.1");
            settings.put("PODO_REDIS_PORT", TestServers.redis().port());
            settings.put("PODO_REDIS_PASSWORD", TestServers.redis().password(application));
        }
        if (servers.contains(RealServer.KAFKA)) {
            var accounts = TestServers.kafka().accounts();
            var account = accounts.has(application) ? application : KafkaAccounts.OPERATOR;
            settings.put("PODO_KAFKA", TestServers.kafka().bootstrap());
            settings.put("PODO_KAFKA_USER", account);
            settings.put("PODO_KAFKA_PASSWORD", accounts.password(account));
            // for @KafkaListener(properties = …) of a test that hears what the service may not
            settings.put("podo.test.kafka-login", "sasl.jaas.config=" + accounts.login(KafkaAccounts.OPERATOR));
        }
        return settings;
    }

    private static Map<String, Object> secrets() {
        return Map.of(
                "PODO_SERVICE_SECRET", random(),
                "PODO_PASS_SECRET", random(),
                "PODO_RECEIPT_SECRET", random(),
                "PODO_TICKET_KEY", random(),
                "PODO_JWT_PRIVATE_KEY", privateKey(),
                "PODO_TOSS_SECRET_KEY", "test_sk_podo",
                "PODO_TOSS_CLIENT_KEY", "test_ck_podo");
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String privateKey() {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
