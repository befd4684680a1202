package podo.stack.supervisor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Everything that the person at the keyboard can set, all through the environment; {@code ./podo} turns its options into these. */
record StackSettings(Map<String, String> environment) {

    String get(String variable, String otherwise) {
        var value = environment.get(variable);
        return value == null || value.isBlank() ? otherwise : value;
    }

    int port(String variable, int otherwise) {
        var text = get(variable, Integer.toString(otherwise));
        try {
            var port = Integer.parseInt(text.strip());
            if (port < 1 || port > 65535) {
                throw new NumberFormatException();
            }
            return port;
        } catch (NumberFormatException e) {
            throw new CannotStart(variable + "=" + text + " is not a port: a whole number from 1 to 65535 is");
        }
    }

    boolean mySql() {
        return switch (get("PODO_DB", "mariadb")) {
            case "mysql" -> true;
            case "mariadb" -> false;
            default ->
                throw new CannotStart("PODO_DB=" + get("PODO_DB", "") + " is unknown: mariadb (the default) or mysql");
        };
    }

    boolean demo() {
        return get("SPRING_PROFILES_ACTIVE", "demo").contains("demo");
    }

    /** How long all services together may take; slow machines set more. */
    Duration patience() {
        return Duration.ofSeconds(Long.parseLong(get("PODO_PATIENCE", "600")));
    }

    /** Fails at once on a setting that would only be read later. */
    void check() {
        pairs("PODO_INSTANCES");
        pairs("PODO_HEAP");
        mySql();
        patience();
    }

    /** {@code PODO_INSTANCES=inventory=2,payment=2}. */
    int instances(String service) {
        return pairs("PODO_INSTANCES").getOrDefault(service, 1);
    }

    /** {@code PODO_HEAP=web-frontend=1024}: megabytes of heap at most. */
    int heap(String service, int otherwise) {
        return pairs("PODO_HEAP").getOrDefault(service, otherwise);
    }

    private Map<String, Integer> pairs(String variable) {
        var pairs = new HashMap<String, Integer>();
        for (var pair : get(variable, "").split("[,\\s]+")) {
            if (pair.isEmpty()) {
                continue;
            }
            if (!pair.matches("[a-z-]+=[1-9][0-9]{0,4}")) {
                throw new CannotStart(variable + " is a list like inventory=2,payment=2; this part is not: " + pair);
            }
            var service = pair.substring(0, pair.indexOf('='));
            if (ServiceModule.ALL.stream().noneMatch(known -> known.name().equals(service))) {
                throw new CannotStart(variable + " names a service that there is not: " + service);
            }
            pairs.put(service, Integer.parseInt(pair.substring(pair.indexOf('=') + 1)));
        }
        return pairs;
    }
}
