package podo.starter.problem;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ClassUtils;
import org.springframework.util.ObjectUtils;
import podo.starter.trace.Refusal;

/** Texts of problems, from the service's {@code problems.properties} and, as a fallback, the starter's own. */
public class ProblemTexts {

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

    /** Problems whose detail names the support address, as {0}. */
    private static final Set<String> WITH_SUPPORT_ADDRESS = Set.of("no-pass", "challenge-required");

    private final String support;

    /** @param support e-mail address for fans who think that they were refused by mistake */
    ProblemTexts(String support) {
        this.support = support;
        // the service's own file, also where services share a process and with it this class
        ClassLoader service = Objects.requireNonNull(ClassUtils.getDefaultClassLoader());
        if (service.getResource("problems.properties") != null) {
            source.setBasenames("problems"); // else Spring warns at each refusal that the file is missing
        }
        source.addBasenames("podo/starter/problems", "podo/refusals/problems");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
    }

    /** The text under the key, in Korean when the request's locale is Korean, else in English; the key when there is no text. */
    String text(String key, Object... args) {
        Locale locale = LocaleContextHolder.getLocale().getLanguage().equals("ko") ? Locale.KOREAN : Locale.ENGLISH;
        return source.getMessage(key, args, key, locale) instanceof String text ? text : key;
    }

    /** A body with {@code type} urn:problem:name and the text under {@code problem.<name>}. */
    public ProblemDetail detail(HttpStatusCode status, String name, Object... args) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setType(URI.create("urn:problem:" + name));
        Object[] values = WITH_SUPPORT_ADDRESS.contains(name) ? ObjectUtils.addObjectToArray(args, support, 0) : args;
        detail.setDetail(text("problem." + name, values));
        Refusal.name(name);
        return detail;
    }

    ProblemDetail detail(Problem problem) {
        ProblemDetail detail = detail(problem.status(), problem.name(), problem.args());
        problem.members()
                .forEach((member, value) -> detail.setProperty(
                        member, InvalidField.isFields(value) ? InvalidField.messages(value, this) : value));
        return detail;
    }
}
