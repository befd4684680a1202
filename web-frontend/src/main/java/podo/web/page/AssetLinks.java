package podo.web.page;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Addresses of our stylesheet, scripts and icon below the version of {@link AssetConfiguration}. */
@Component("assets")
public class AssetLinks implements TemplateBean {

    private final String folder = "/assets/" + AssetConfiguration.version() + "/";

    private final Map<String, String> entries = new ConcurrentHashMap<>();

    /** @param file such as {@code podo.css} or {@code seats/plan.js} */
    public String of(String file) {
        return folder + file;
    }

    /**
     * The elements of an entry: a script and the modules that it imports. They are the same in each page, so they are joined once; as a loop
     * of a template they cost more than the rest of the head.
     *
     * @param modules names without {@code .js}, separated by commas; always the same for one name
     * @return HTML
     */
    public String entry(String name, String modules) {
        return entries.computeIfAbsent(
                name,
                key -> Arrays.stream(modules.split(","))
                                .map(module ->
                                        "<link rel=\"modulepreload\" href=\"" + of(module.strip() + ".js") + "\">")
                                .collect(Collectors.joining("\n  "))
                        + "\n  <script type=\"module\" src=\"" + of(key + ".js") + "\"></script>");
    }
}
