package podo.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Headless Chromium, for pages with scripts; tests that need it are skipped where it is not installed. */
final class Chromium implements AutoCloseable {

    private final ChromeDriver driver;
    private final String base;

    private Chromium(ChromeDriver driver, int port) {
        this.driver = driver;
        this.base = "http://localhost:" + port;
    }

    static boolean isInstalled() {
        return program("chromium", "google-chrome").isPresent()
                && program("chromedriver").isPresent();
    }

    /** A Chromium with the session of a fan who is logged in. */
    static Chromium withSessionOf(Browser fan, int port) {
        var options = new ChromeOptions();
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
                "--accept-lang=en-US,en");
        var service = new ChromeDriverService.Builder();
        program("chromedriver").ifPresent(program -> service.usingDriverExecutable(program.toFile()));
        var chromium = new Chromium(new ChromeDriver(service.build(), options), port);
        chromium.driver.manage().window().setSize(new Dimension(1280, 1000));
        chromium.open("/assets/icon.svg");
        chromium.driver.manage().addCookie(new Cookie("PODO", fan.cookie("PODO")));
        return chromium;
    }

    Chromium open(String path) {
        driver.get(base + path);
        return this;
    }

    void click(String css) {
        WebElement element = waitFor(css);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    WebElement waitFor(String css) {
        return until(() -> driver.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst());
    }

    List<String> texts(String css) {
        return until(() -> {
            try {
                return Optional.of(driver.findElements(By.cssSelector(css)).stream()
                        .map(WebElement::getText)
                        .toList());
            } catch (StaleElementReferenceException e) {
                return Optional.empty(); // a script replaced the element meanwhile
            }
        });
    }

    Object run(String script, Object... args) {
        return driver.executeScript(script, args);
    }

    ChromeDriver driver() {
        return driver;
    }

    void saveScreenshot(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    private <T> T until(java.util.function.Supplier<Optional<T>> what) {
        return new WebDriverWait(driver, Duration.ofSeconds(30))
                .until(page -> what.get().orElse(null));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
