package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import podo.e2e.Fan;
import podo.e2e.RunningStack;

/** A fan's actions in a browser. Each waits up to 60 s for the elements that it needs. */
class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final WebDriverWait wait;

    Browser(ChromeDriver driver) {
        this.driver = driver;
        this.wait = new WebDriverWait(driver, PATIENCE);
        this.wait.ignoring(StaleElementReferenceException.class);
    }

    /** A phone's or laptop's own authenticator, whose owner has unlocked it. */
    VirtualAuthenticator plugInAuthenticator() {
        return driver.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
    }

    Browser open(String path) {
        driver.get(path.startsWith("http") ? path : RunningStack.URL + path);
        return this;
    }

    Browser reload() {
        driver.navigate().refresh();
        return this;
    }

    Browser logIn(String email, String password) {
        open("/login");
        return fillLogIn(email, password);
    }

    Browser logIn(Fan fan) {
        return logIn(fan.email(), fan.password());
    }

    Browser fillLogIn(String email, String password) {
        write("#email", email);
        write("#password", password);
        press("main form button[type=submit]");
        return until(page -> !page.url().contains("/login"), "to be logged in");
    }

    Browser write(String css, String text) {
        WebElement field = see(css);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Sets the value by script: for fields that take no typing, such as dates. */
    Browser set(String css, String value) {
        driver.executeScript("arguments[0].value = arguments[1]", see(css), value);
        return this;
    }

    /** Clicks the first match as soon as it is clickable. */
    Browser press(String css) {
        WebElement element =
                wait.withMessage("to press " + css).until(ExpectedConditions.elementToBeClickable(By.cssSelector(css)));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
        return this;
    }

    /** Clicks the first match if it is there now; a page that moves on by itself may have taken it away. */
    void pressIfThere(String css) {
        try {
            all(css).stream().filter(WebElement::isDisplayed).findFirst().ifPresent(WebElement::click);
        } catch (WebDriverException moved) {
            // the caller looks again
        }
    }

    /** Ticks a box; a form that is loaded again after each tick may take it away meanwhile, so it is looked for again. */
    Browser tick(String css) {
        wait.withMessage("to tick " + css + " at " + url()).until(page -> {
            WebElement box = there(css);
            driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", box);
            if (!box.isSelected()) {
                // the label covers the checkbox, so the click goes there
                box.findElement(By.xpath("./ancestor::label")).click();
            }
            return there(css).isSelected();
        });
        return this;
    }

    WebElement see(String css) {
        return wait.withMessage("to see " + css + " at " + url())
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    private WebElement there(String css) {
        return wait.withMessage("to find " + css + " at " + url())
                .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
    }

    /** What is typed into the field now. */
    String value(String css) {
        return String.valueOf(see(css).getDomProperty("value"));
    }

    String text(String css) {
        return see(css).getText();
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    boolean shows(String css) {
        return all(css).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Waits until the address's path matches. */
    Browser at(String pattern) {
        return until(page -> page.path().matches(pattern), "to be at " + pattern);
    }

    /** Reloads until the condition holds: for pages that do not update themselves. */
    Browser reloadUntil(Predicate<Browser> so, String what) {
        return until(
                page -> {
                    if (so.test(page)) {
                        return true;
                    }
                    reload();
                    return false;
                },
                what);
    }

    Browser reloadUntilGone(String css, Duration patience) {
        new WebDriverWait(driver, patience, Duration.ofSeconds(2))
                .withMessage(css + " to be gone")
                .until(page -> {
                    boolean gone = !shows(css);
                    if (!gone) {
                        reload();
                    }
                    return gone;
                });
        return this;
    }

    Browser until(Predicate<Browser> so, String what) {
        return until(so, what, PATIENCE);
    }

    Browser until(Predicate<Browser> so, String what, Duration patience) {
        new WebDriverWait(driver, patience)
                .withMessage(() -> what + "; it is at " + url())
                .until(page -> so.test(this));
        return this;
    }

    String url() {
        return driver.getCurrentUrl();
    }

    String path() {
        return URI.create(url()).getPath();
    }

    /** A parameter of the address, not decoded. */
    String query(String name) {
        return Stream.of(URI.create(url()).getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    String language() {
        return driver.findElement(By.tagName("html")).getDomAttribute("lang");
    }

    String source() {
        return driver.getPageSource();
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    byte[] pictureOf(String css) {
        return see(css).getScreenshotAs(OutputType.BYTES);
    }

    private void colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    String title() {
        return driver.getTitle();
    }

    /** Runs a script in this page. */
    @Nullable
    Object run(String script) {
        return driver.executeScript(script);
    }

    /** Runs the script in each page that is opened from now on, before the page's own scripts. */
    Browser onEveryPage(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        return this;
    }

    /** Throttles the processor for this page's scripts and drawing; 1 ends it. */
    Browser slowedDown(int times) {
        driver.executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", times));
        return this;
    }

    /** @param type mousePressed, mouseMoved or mouseReleased; with the left button, at these pixels of the window */
    Browser mouse(String type, double x, double y) {
        driver.executeCdpCommand(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
        return this;
    }

    Browser online(boolean there) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        return this;
    }

    /** Blocks requests to these URL patterns; without arguments nothing is blocked. */
    Browser blockRequests(String... addresses) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
        return this;
    }

    /** Opens the same page in a second tab, runs {@code look} there, and returns to the first. */
    Browser inSecondTab(Consumer<Browser> look) {
        String first = driver.getWindowHandle();
        String here = url();
        driver.switchTo().newWindow(WindowType.TAB);
        open(here);
        look.accept(this);
        driver.close();
        driver.switchTo().window(first);
        return this;
    }

    /** Asserts the axe rules of WCAG 2.2 A and AA in light colours, and the contrast again in dark ones. */
    void assertAccessible(String page) {
        colours("light");
        assertFlawless(axe().withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")), page);
        colours("dark");
        assertFlawless(axe().withRules(List.of("color-contrast")), page + " in the dark");
        colours("light");
    }

    /** Legacy mode: the pages have no frames, so axe needs no second window. */
    private static AxeBuilder axe() {
        return new AxeBuilder().setLegacyMode(true);
    }

    private void assertFlawless(AxeBuilder axe, String page) {
        List<Rule> violations = axe.analyze(driver).getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                        .toList())
                        .toList())
                .as("%s (%s)", page, url())
                .isEmpty();
    }

    void close() {
        driver.quit();
    }
}
