package podo.e2e.odd;

import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies as text of one byte each. */
final class OddBodies {

    private OddBodies() {}

    static Map<String, String> json() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("cut short", "{\"a\":");
        bodies.put("an array", "[]");
        bodies.put("null", "null");
        bodies.put("a text", "\"x\"");
        bodies.put("an endless number", "1e999999");
        bodies.put("an empty object", "{}");
        bodies.put("nothing", "");
        bodies.put("a zero byte", "{\"a\":\"\u0000\"}");
        bodies.put(
                "zero characters",
                "{\"email\":\"\\u0000\",\"password\":\"\\u0000\",\"orderId\":\"\\u0000\",\"holdId\":\"\\u0000\"}");
        bodies.put("no UTF-8", "{\"email\":\"\u00ff\u00fe\"}");
        bodies.put(
                "half characters",
                "{\"email\":\"\\ud800@a.b\",\"password\":\"\\ud800aaaaaaaaaaaaa\",\"name\":\"\\udfff\",\"orderId\":\"\\ud800\"}");
        bodies.put("UTF-16", "\u00fe\u00ff\u0000{\u0000}");
        bodies.put("a byte order mark", "\u00ef\u00bb\u00bf{}");
        bodies.put("deep arrays", "[".repeat(3000));
        bodies.put("deep objects", "{\"a\":".repeat(2500));
        bodies.put("a long number", "{\"amount\":" + "9".repeat(2000) + "}");
        bodies.put("a long name", "{\"" + "a".repeat(60_000) + "\":1}");
        bodies.put("a name twice", "{\"orderId\":\"a\",\"orderId\":\"b\"}");
        for (String id : new String[] {"..", "a;b", "a/b", "%2e%2e", "\\u0000", "\\ud800"}) {
            bodies.put("order " + id, "{\"orderId\":\"" + id + "\",\"paymentKey\":\"" + id + "\",\"amount\":1}");
        }
        return bodies;
    }

    static Map<String, String> forms() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("%ff", "a=%ff");
        bodies.put("%zz", "email=%zz&password=x");
        bodies.put("many fields", "a=1&".repeat(12_000));
        bodies.put("bytes", "\u00ff\u00fe=\u00ff");
        bodies.put("zero bytes", "email=%00&password=%00&name=%00&_csrf=%00");
        bodies.put("a name of a control character", "%01=1");
        bodies.put("far indexes", "grades[99999999].name=x&sections[999].name=x&a.b.c.d=1&class.module=1");
        bodies.put("a large field", "a=" + "b".repeat(400_000));
        return bodies;
    }
}
