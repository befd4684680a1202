package podo.stack.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts of Kafka (SASL/PLAIN): those of {@code kafka.access}, and {@code operator}, who may everything. */
public final class KafkaAccounts {
    /** The broker's own account, and that of tests. */
    public static final String OPERATOR = "operator";
    /** Sends dead letters again ({@code ./podo replay}). */
    public static final String REPLAY = "podo-replay";

    private final Map<String, String> passwords = new TreeMap<>();

    /** @param passwordOf gives the password of an account, without quotes and backslashes; asked once for each of them */
    public KafkaAccounts(UnaryOperator<String> passwordOf) {
        Stream.concat(Stream.of(OPERATOR), KafkaGrant.all().stream().map(KafkaGrant::account))
                .forEach(account -> passwords.computeIfAbsent(account, passwordOf));
    }

    /** Empty for an account that does not exist. */
    public String password(String account) {
        return passwords.getOrDefault(account, "");
    }

    public boolean has(String account) {
        return passwords.containsKey(account);
    }

    /** The client setting {@code sasl.jaas.config} that logs in as this account. */
    public String login(String account) {
        return login(account, password(account));
    }

    static String login(String account, String password) {
        return module(account, password, "");
    }

    /** The broker's setting: its own log-in, and everybody's password. */
    String all() {
        return module(
                OPERATOR,
                password(OPERATOR),
                passwords.entrySet().stream()
                        .map(account -> " user_" + account.getKey() + "=\"" + account.getValue() + "\"")
                        .collect(Collectors.joining()));
    }

    private static String module(String account, String password, String more) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + account
                + "\" password=\"" + password + "\"" + more + ";";
    }
}
