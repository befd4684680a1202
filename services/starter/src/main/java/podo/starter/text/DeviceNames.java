package podo.starter.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A name for a browser or program that its owner recognises, from what it calls itself: {@code Firefox · Windows}. */
public final class DeviceNames {

    private static final int LONGEST = 40;

    /** Each names those below it too, so the first that is found counts. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Whale/",
            "Whale",
            "Firefox/",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    private DeviceNames() {}

    /** Empty when it does not say. */
    public static String of(@Nullable String agent) {
        if (agent == null || agent.isBlank()) {
            return "";
        }
        String browser = find(BROWSERS, agent);
        String system = find(SYSTEMS, agent);
        if (browser.isEmpty()) {
            String program = agent.split("[ (]")[0];
            return program.substring(0, Math.min(program.length(), LONGEST));
        }
        return system.isEmpty() ? browser : browser + " · " + system;
    }

    /** Whether it calls itself a browser, which keeps cookies. */
    public static boolean isBrowser(@Nullable String agent) {
        return agent != null && agent.startsWith("Mozilla/");
    }

    /** As {@link #of}, but only of names that are known here, for a text that others read; null for all else. */
    public static @Nullable String knownName(@Nullable String agent) {
        return agent == null || find(BROWSERS, agent).isEmpty() ? null : of(agent);
    }

    private static String find(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
