package podo.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import podo.stack.junit.HeadlessChromium;

/** Headless Chromium, for pages with scripts; tests that need it are skipped where it is not installed. */
final class Chromium implements AutoCloseable {

    private final ChromeDriver driver;
    private final String base;

    private Chromium(ChromeDriver driver, int port) {
        this.driver = driver;
        this.base = "http://localhost:" + port;
    }

    static boolean isInstalled() {
        return HeadlessChromium.isInstalled();
    }

    /** A Chromium with the session of a fan who is logged in. */
    static Chromium withSessionOf(Browser fan, int port) {
        var chromium = new Chromium(HeadlessChromium.start("en-US,en", Map.of()), port);
        chromium.open("/assets/icon.svg");
        chromium.driver.manage().addCookie(new Cookie("PODO", fan.cookie("PODO")));
        return chromium;
    }

    Chromium open(String path) {
        driver.get(base + path);
        return this;
    }

    /** Width of the window in pixels, also below the least one of a desktop's window. */
    Chromium width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 844, "deviceScaleFactor", 1, "mobile", false));
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
}
