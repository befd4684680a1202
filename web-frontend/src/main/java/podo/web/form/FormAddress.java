package podo.web.form;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern;

/** An address that takes a form, and the addresses of the pages that hold it. */
record FormAddress(PathPattern path, List<String> pages) {

    private static final String SAFE_VALUE = "[A-Za-z0-9_-]{1,100}";

    boolean takes(PathContainer asked) {
        return path.matches(asked);
    }

    /** The page with the values of this request; null when none can be named. */
    @Nullable
    String page(PathContainer asked, Map<String, String[]> fields, @Nullable String referer) {
        PathPattern.PathMatchInfo match = path.matchAndExtract(asked);
        Map<String, String> variables = match == null ? Map.of() : match.getUriVariables();
        List<String> complete = pages.stream()
                .map(page -> expand(page, variables, fields))
                .filter(Objects::nonNull)
                .toList();
        URI from = parse(referer);
        for (String page : complete) {
            if (from != null && pathOf(page).equals(from.getRawPath())) {
                return withQueryOf(from, page);
            }
        }
        return complete.isEmpty() ? null : complete.getFirst();
    }

    private static @Nullable String expand(String page, Map<String, String> variables, Map<String, String[]> fields) {
        var url = new StringBuilder();
        for (String part : pathOf(page).substring(1).split("/")) {
            String value = part.startsWith("{") ? pathValue(name(part), variables, fields) : part;
            if (value == null) {
                return null;
            }
            url.append('/').append(value);
        }
        char separator = '?';
        for (String parameter : queryOf(page)) {
            for (String value :
                    fields.getOrDefault(name(parameter.substring(parameter.indexOf('=') + 1)), new String[0])) {
                url.append(separator)
                        .append(parameter, 0, parameter.indexOf('='))
                        .append('=')
                        .append(UriUtils.encode(value, StandardCharsets.UTF_8));
                separator = '&';
            }
        }
        return url.toString();
    }

    private static @Nullable String pathValue(
            String name, Map<String, String> variables, Map<String, String[]> fields) {
        String[] typed = fields.get(name);
        String value = variables.get(name);
        if (value == null && typed != null && typed.length > 0) {
            value = typed[0];
        }
        return value != null && value.matches(SAFE_VALUE) ? value : null;
    }

    /** What the page was asked for (a section, a page number) stays, except where the form says it anew. */
    private static String withQueryOf(URI from, String page) {
        var url = UriComponentsBuilder.fromUriString(page);
        var own = url.build().getQueryParams();
        UriComponentsBuilder.fromUri(from).build().getQueryParams().forEach((name, values) -> {
            if (!own.containsKey(name) && !name.equals("lang")) {
                url.queryParam(name, values);
            }
        });
        return url.build(true).toUriString();
    }

    private static @Nullable URI parse(@Nullable String referer) {
        try {
            return referer == null ? null : URI.create(referer);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String pathOf(String page) {
        int query = page.indexOf('?');
        return query < 0 ? page : page.substring(0, query);
    }

    private static List<String> queryOf(String page) {
        int query = page.indexOf('?');
        return query < 0 ? List.of() : Arrays.asList(page.substring(query + 1).split("&"));
    }

    private static String name(String variable) {
        return variable.substring(1, variable.length() - 1);
    }
}
