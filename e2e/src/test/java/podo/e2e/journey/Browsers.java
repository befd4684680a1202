package podo.e2e.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import podo.stack.junit.HeadlessChromium;

/** Opens browsers for one test, saves a screenshot and the page source of each when it fails, and closes them. */
class Browsers implements AfterTestExecutionCallback, AfterEachCallback {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final List<Browser> open = new ArrayList<>();

    Browser english() {
        return open("en-US,en", Map.of());
    }

    Browser korean() {
        return open("ko-KR,ko", Map.of());
    }

    Browser withoutScripts() {
        return open("en-US,en", Map.of("profile.managed_default_content_settings.javascript", 2));
    }

    /** One whose camera shows this film, and which reaches the gateway through a cable. */
    Browser phone(Path film, Cable cable) {
        return open(
                "en-US,en",
                Map.of(),
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + film,
                "--host-resolver-rules=" + cable.rule());
    }

    /** One that reaches the gateway through a cable. */
    Browser behind(Cable cable) {
        return open("en-US,en", Map.of(), "--host-resolver-rules=" + cable.rule());
    }

    private Browser open(String languages, Map<String, Object> preferences, String... arguments) {
        Browser browser = new Browser(HeadlessChromium.start(languages, preferences, arguments));
        open.add(browser);
        return browser;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            for (int i = 0; i < open.size(); i++) {
                picture(
                        open.get(i),
                        context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName(),
                        i);
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(Browser::close);
        open.clear();
    }

    private static void picture(Browser browser, String test, int number) {
        String name = test.replaceAll("[^A-Za-z0-9.-]+", "_") + "-" + number;
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), browser.picture());
            Files.writeString(PICTURES.resolve(name + ".html"), "<!-- " + browser.url() + " -->\n" + browser.source());
            System.out.println("Screenshot: e2e/" + PICTURES.resolve(name + ".png") + ", at " + browser.url());
        } catch (IOException | RuntimeException e) {
            System.out.println("No screenshot of " + name + ": " + e);
        }
    }
}
