package podo.web.page;

import org.springframework.stereotype.Component;

/** Addresses of our stylesheet, scripts and icon below the version of {@link AssetConfiguration}. */
@Component("assets")
public class AssetLinks implements TemplateBean {

    private final String folder = "/assets/" + AssetConfiguration.version() + "/";

    /** @param file such as {@code podo.css} or {@code seats/plan.js} */
    public String of(String file) {
        return folder + file;
    }
}
