package podo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.ui.Model;
import podo.web.client.ServiceRefusal;
import podo.web.page.Words;

/** Shows a refused form again as it was typed, each problem at its field. */
public final class RefusedForm {

    private static final int UNPROCESSABLE = 422;

    private RefusedForm() {}

    public static void ofFields(Map<String, String> wrong, HttpServletResponse response, Model model) {
        response.setStatus(UNPROCESSABLE);
        model.addAttribute("wrong", wrong);
    }

    /** @param formField maps the service's field names to the form's; 401, 404, 5xx and the wish for a passkey are thrown on */
    public static void ofRefusal(
            ServiceRefusal refusal,
            UnaryOperator<String> formField,
            Words words,
            HttpServletResponse response,
            Model model) {
        if (refusal.status() == 401
                || refusal.status() == 404
                || refusal.status() >= 500
                || refusal.is("passkey-required")) {
            throw refusal;
        }
        response.setStatus(refusal.status());
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.fields().forEach((serviceField, message) -> wrong.putIfAbsent(formField.apply(serviceField), message));
        model.addAttribute("wrong", wrong);
        if (wrong.isEmpty()) {
            model.addAttribute("problem", words.of(refusal));
        }
    }
}
