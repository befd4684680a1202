package podo.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Knows for each address that takes a form the page that holds the form: {@link FormOn} beside the controllers' methods. */
@Component
public class FormPages {

    /** Spring Security's own addresses. */
    private static final List<FormAddress> OF_SECURITY =
            List.of(address("/login", "/login?to={to}"), address("/logout", "/"));

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable List<FormAddress> addresses;

    FormPages(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The page whose form this request sends, as a path with query; null when the path takes no form. */
    public @Nullable String pageOf(HttpServletRequest request) {
        return pageOf(request.getRequestURI(), request.getParameterMap(), request.getHeader("Referer"));
    }

    public @Nullable String pageOf(String path, Map<String, String[]> fields, @Nullable String referer) {
        PathContainer asked = PathContainer.parsePath(path);
        return addresses().stream()
                .filter(form -> form.takes(asked))
                .findFirst()
                .map(form -> form.page(asked, fields, referer))
                .orElse(null);
    }

    List<FormAddress> addresses() {
        List<FormAddress> known = addresses;
        if (known == null) {
            known = read(mappings.getObject());
            addresses = known;
        }
        return known;
    }

    private static List<FormAddress> read(RequestMappingHandlerMapping mapping) {
        var found = new ArrayList<>(OF_SECURITY);
        mapping.getHandlerMethods().forEach((info, method) -> {
            FormOn page = method.getMethodAnnotation(FormOn.class);
            if (info.getMethodsCondition().getMethods().contains(RequestMethod.POST)
                    && info.getPathPatternsCondition() != null) {
                for (PathPattern pattern : info.getPathPatternsCondition().getPatterns()) {
                    found.add(new FormAddress(
                            pattern, page == null ? List.of(pattern.getPatternString()) : List.of(page.value())));
                }
            }
        });
        found.sort(Comparator.comparing(FormAddress::path));
        return List.copyOf(found);
    }

    private static FormAddress address(String path, String page) {
        return new FormAddress(PathPatternParser.defaultInstance.parse(path), List.of(page));
    }
}
