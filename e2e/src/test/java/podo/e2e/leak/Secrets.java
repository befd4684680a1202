package podo.e2e.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What belongs to one fan alone, by what it is. */
final class Secrets {

    private final Map<String, byte[]> values = new LinkedHashMap<>();

    Secrets add(String what, String value) {
        if (value.length() < 8) {
            throw new IllegalArgumentException("The " + what + " is too short to be found for certain: " + value);
        }
        values.put(what, value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    List<String> kinds() {
        return List.copyOf(values.keySet());
    }

    /** What of it stands in these bytes. */
    List<String> in(byte[] bytes) {
        // one byte is one character, so that binary files can be searched like text
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        values.forEach((what, value) -> {
            if (text.contains(new String(value, StandardCharsets.ISO_8859_1))) {
                found.add(what);
            }
        });
        return found;
    }
}
