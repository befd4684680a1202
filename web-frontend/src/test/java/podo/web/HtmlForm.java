package podo.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The first form of a page with this action, as a browser would send it when nobody touches it. */
final class HtmlForm {

    private static final Pattern FIELD = Pattern.compile(
            "<input\\s([^>]*)>|<textarea\\s([^>]*)>(.*?)</textarea>|<select\\s([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\s([^>]*)>");

    private final List<String> fields = new ArrayList<>();

    private HtmlForm() {}

    static HtmlForm of(String page, String action) {
        int start = page.indexOf("action=\"" + action + "\"");
        String form = page.substring(start, page.indexOf("</form>", start));
        HtmlForm read = new HtmlForm();
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            read.add(field);
        }
        return read;
    }

    /** Names and values in turn, for {@link Browser#post}. */
    String[] fields() {
        return fields.toArray(String[]::new);
    }

    HtmlForm with(String name, String value) {
        int at = fields.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("the form has no field " + name + ": " + fields);
        }
        fields.set(at + 1, value);
        return this;
    }

    private void add(Matcher field) {
        if (field.group(1) != null) {
            String input = field.group(1);
            boolean sent = !input.contains("type=\"radio\"") || input.contains("checked");
            if (sent && !Set.of("_csrf", "_for").contains(attribute(input, "name"))) {
                put(attribute(input, "name"), attribute(input, "value").replaceAll("\\R", ""));
            }
        } else if (field.group(2) != null) {
            put(
                    attribute(field.group(2), "name"),
                    HtmlUtils.htmlUnescape(field.group(3)).replaceAll("\\R", "\r\n"));
        } else {
            put(attribute(field.group(4), "name"), selected(field.group(5)));
        }
    }

    private void put(String name, String value) {
        fields.add(name);
        fields.add(value);
    }

    private static String selected(String options) {
        Matcher option = OPTION.matcher(options);
        String first = null;
        while (option.find()) {
            if (option.group(1).contains("selected")) {
                return attribute(option.group(1), "value");
            }
            first = first == null ? attribute(option.group(1), "value") : first;
        }
        return first == null ? "" : first;
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "";
    }
}
