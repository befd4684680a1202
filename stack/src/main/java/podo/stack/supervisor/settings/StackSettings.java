package podo.stack.supervisor.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of the stack, all from environment variables; {@code ./podo} passes its options as variables too. */
public record StackSettings(Map<String, String> environment) {
    /** Name of the process that is all services, where they run in one. */
    public static final String ALL_SERVICES = "services";

    public String get(String variable, String defaultValue) {
        var value = environment.get(variable);
        return value == null || value.isBlank() ? defaultValue : value;
    }

    public int port(String variable, int defaultPort) {
        var text = get(variable, Integer.toString(defaultPort));
        try {
            var port = Integer.parseInt(text.strip());
            if (port < 1 || port > 65535) {
                throw new NumberFormatException();
            }
            return port;
        } catch (NumberFormatException e) {
            throw new CannotStart(variable + "=" + text + " is not a port: it must be a whole number from 1 to 65535");
        }
    }

    public boolean mySql() {
        return switch (get("PODO_DB", "mariadb")) {
            case "mysql" -> true;
            case "mariadb" -> false;
            default ->
                throw new CannotStart(
                        "PODO_DB=" + get("PODO_DB", "") + " is unknown: use mariadb (the default) or mysql");
        };
    }

    /** Whether the demo profile is active. */
    public boolean demo() {
        return get("SPRING_PROFILES_ACTIVE", "demo").contains("demo");
    }

    /** {@code PODO_JIT}: which compilers the services use, see {@code JvmOptions}. */
    public String jit() {
        return oneOf("PODO_JIT", "auto", "full", "c1");
    }

    /** {@code PODO_AOT}: whether AOT caches are used and recorded, see {@code JvmOptions}. */
    public String aot() {
        return oneOf("PODO_AOT", "auto", "use", "off");
    }

    /** {@code PODO_ONE}: whether all services run in one process. */
    public boolean oneProcess() {
        return oneOf("PODO_ONE", "off", "on").equals("on");
    }

    /** How long a service may take to become ready, and how long the demo may take to be complete. */
    public Duration patience() {
        return Duration.ofSeconds(Long.parseLong(get("PODO_PATIENCE", "600")));
    }

    /** {@code PODO_WARM_UP}: seconds for which purchases are rehearsed once the stack is ready, 0 for none; at most 10 min. */
    public Duration warmUp() {
        var seconds = get("PODO_WARM_UP", "60");
        if (!seconds.matches("[0-9]{1,3}") || Integer.parseInt(seconds) > 600) {
            throw new CannotStart("PODO_WARM_UP=" + seconds + " is no number of seconds from 0 to 600");
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }

    /** Throws {@link CannotStart} for invalid settings that are otherwise read late in the start. */
    public void check() {
        pairs("PODO_INSTANCES");
        pairs("PODO_HEAP");
        mySql();
        jit();
        aot();
        if (oneProcess() && !pairs("PODO_INSTANCES").isEmpty()) {
            throw new CannotStart("Several instances of a service and all services in one process exclude each other.");
        }
        patience();
        warmUp();
        ListenAddresses.of(this).check(this);
    }

    /** Number of processes, from {@code PODO_INSTANCES} such as {@code inventory=2,payment=2}; default 1. */
    public int instances(String service) {
        return pairs("PODO_INSTANCES").getOrDefault(service, 1);
    }

    /** Maximum heap in megabytes, from {@code PODO_HEAP} such as {@code web-frontend=1024}. */
    public int heap(String service, int defaultHeap) {
        return pairs("PODO_HEAP").getOrDefault(service, defaultHeap);
    }

    /** The value, which must be one of these; the first is the default. */
    private String oneOf(String variable, String... values) {
        var value = get(variable, values[0]);
        if (!List.of(values).contains(value)) {
            throw new CannotStart(variable + "=" + value + " is unknown: use " + values[0] + " (the default), "
                    + String.join(" or ", List.of(values).subList(1, values.length)));
        }
        return value;
    }

    private Map<String, Integer> pairs(String variable) {
        var pairs = new HashMap<String, Integer>();
        for (var pair : get(variable, "").split("[,\\s]+")) {
            if (pair.isEmpty()) {
                continue;
            }
            if (!pair.matches("[a-z-]+=[1-9][0-9]{0,4}")) {
                throw new CannotStart(
                        variable + " must be a list such as inventory=2,payment=2; this part is invalid: " + pair);
            }
            var service = pair.substring(0, pair.indexOf('='));
            if (!service.equals(ALL_SERVICES)
                    && ServiceModule.ALL.stream()
                            .noneMatch(known -> known.name().equals(service))) {
                throw new CannotStart(variable + " names an unknown service: " + service);
            }
            pairs.put(service, Integer.parseInt(pair.substring(pair.indexOf('=') + 1)));
        }
        return pairs;
    }
}
