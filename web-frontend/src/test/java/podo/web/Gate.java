package podo.web;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

/** A phone at the gate of the door of {@link DoorStubs}. */
final class Gate {

    private static final Duration SOON = Duration.ofSeconds(30);

    private Gate() {}

    static Chromium open(int port) {
        Chromium phone = Chromium.withSessionOf(new Browser(port).loggedIn(), port);
        phone.width(390).open("/door/6").waitFor("#door[data-kept=true]");
        return phone;
    }

    static String scan(Chromium phone, String code) {
        answer(
                phone,
                () -> phone.run(
                        "const form = document.getElementById('typed'); form.elements.code.value = arguments[0]; form.requestSubmit()",
                        code));
        return result(phone);
    }

    static void search(Chromium phone, String text) {
        phone.run(
                "const field = document.getElementById('search'); field.value = arguments[0]; field.dispatchEvent(new Event('input'))",
                text);
    }

    static String result(Chromium phone) {
        return (String) phone.run("return document.getElementById('answer').dataset.result");
    }

    /** Does this and waits for the gate's answer. */
    static void answer(Chromium phone, Runnable action) {
        Object before = phone.run("return document.getElementById('answer').dataset.count || '0'");
        action.run();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        !before.equals(phone.run("return document.getElementById('answer').dataset.count || '0'")));
    }

    static void online(Chromium phone, boolean there) {
        phone.driver().executeCdpCommand("Network.enable", Map.of());
        phone.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }
}
