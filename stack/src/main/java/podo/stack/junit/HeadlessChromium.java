package podo.stack.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Starts the Chromium of this machine without a window, 1280 × 1000 pixels; whoever uses it brings Selenium. */
public final class HeadlessChromium {

    private HeadlessChromium() {}

    /** Whether {@code chromium} (or {@code google-chrome}) and {@code chromedriver} are on the PATH. */
    public static boolean isInstalled() {
        return program("chromium", "google-chrome").isPresent()
                && program("chromedriver").isPresent();
    }

    /**
     * @param languages as in {@code Accept-Language}: {@code en-US,en}
     * @param preferences of Chromium, by key
     * @param more arguments of Chromium
     */
    public static ChromeDriver start(String languages, Map<String, Object> preferences, String... more) {
        Map<String, Object> all = new HashMap<>(preferences);
        all.put("intl.accept_languages", languages);
        ChromeOptions options = new ChromeOptions();
        program("chromium", "google-chrome").ifPresent(program -> options.setBinary(program.toFile()));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--accept-lang=" + languages);
        options.addArguments(more);
        options.setExperimentalOption("prefs", all);
        ChromeDriverService.Builder service = new ChromeDriverService.Builder();
        program("chromedriver").ifPresent(program -> service.usingDriverExecutable(program.toFile()));
        ChromeDriver driver = new ChromeDriver(service.build(), options);
        driver.manage().window().setSize(new Dimension(1280, 1000));
        return driver;
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
