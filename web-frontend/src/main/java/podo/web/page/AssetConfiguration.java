package podo.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves our stylesheet, scripts and icon as {@code /assets/VERSION/…}, where VERSION is a hash of all of them: a script's relative
 * {@code import} stays within the version of the page, so every file may be cached for a year (ADR 0080).
 */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

    private static final String FOLDER = "classpath:/static/assets/";

    private final CacheControl cacheControl;

    AssetConfiguration(WebProperties web) {
        this.cacheControl = Objects.requireNonNull(
                web.getResources().getCache().getCachecontrol().toHttpCacheControl(),
                "spring.web.resources.cache.cachecontrol is set in application.yml");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FOLDER)
                .setCacheControl(cacheControl)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(version(), "/**"));
    }

    /** Twelve hex digits that change with the content of any asset. */
    static String version() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FOLDER + "**/*.*");
            Arrays.sort(files, Comparator.comparing(Object::toString));
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (Resource file : files) {
                hash.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(hash.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
