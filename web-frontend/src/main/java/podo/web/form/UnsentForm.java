package podo.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form that was refused before anything was done.
 *
 * @param address where it was sent to
 * @param page path of the page that holds it, without query
 * @param fields what was typed; no passwords and answers of authenticators, and nothing when it was more than 32,000 characters or came from another site
 * @param owner account for which the form was rendered; 0 for nobody
 * @param reason key of the text that says what happened
 */
public record UnsentForm(String address, String page, Map<String, List<String>> fields, long owner, String reason) {

    /** Hidden field of every form: the account for which the page was rendered. */
    public static final String OWNER = "_for";

    private static final int MOST_CHARACTERS = 32_000;

    public static UnsentForm of(HttpServletRequest request, String page, long owner, String reason) {
        int query = page.indexOf('?');
        return new UnsentForm(
                request.getRequestURI(), query < 0 ? page : page.substring(0, query), typed(request), owner, reason);
    }

    /** The same without what was typed: it is another person's. */
    public UnsentForm withoutFields(String why) {
        return new UnsentForm(address, page, Map.of(), owner, why);
    }

    boolean isOf(long account) {
        return owner == 0 || owner == account;
    }

    /** Whether this is the form with that action; its buttons may lead to addresses below it. */
    boolean isSentBy(String action) {
        return action.equals(address) || action.equals(page) || address.startsWith(action + "/");
    }

    /** Whether a box that was not sent was not ticked, and not only absent from this form. */
    boolean isAllOf(String action) {
        return !fields.isEmpty() && (action.equals(address) || action.equals(page));
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return Map.of();
        }
        var kept = new LinkedHashMap<String, List<String>>();
        int length = 0;
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            String name = field.getKey();
            // an authenticator's answer is used up
            if (!name.startsWith("_")
                    && !name.equals("credential")
                    && !name.toLowerCase(java.util.Locale.ROOT).contains("password")) {
                kept.put(name, List.of(field.getValue()));
                length += name.length() + String.join("", field.getValue()).length();
            }
        }
        return length > MOST_CHARACTERS ? Map.of() : kept;
    }
}
