package podo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.ui.Model;
import podo.web.calls.ServiceRefusal;
import podo.web.page.Words;

/** A form that was refused is shown again as it was typed, each problem at its field. */
final class RefusedForm {

    private static final int UNPROCESSABLE = 422;

    private RefusedForm() {}

    static void atFields(Map<String, String> wrong, HttpServletResponse response, Model model) {
        response.setStatus(UNPROCESSABLE);
        model.addAttribute("wrong", wrong);
    }

    /** @param field the form's name for what the service calls by another; outages are no refusals and go on */
    static void by(
            ServiceRefusal refusal,
            UnaryOperator<String> field,
            Words words,
            HttpServletResponse response,
            Model model) {
        if (refusal.status() == 401 || refusal.status() == 404 || refusal.status() >= 500) {
            throw refusal;
        }
        response.setStatus(refusal.status());
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.fields().forEach((theirs, message) -> wrong.putIfAbsent(field.apply(theirs), message));
        model.addAttribute("wrong", wrong);
        if (wrong.isEmpty()) {
            model.addAttribute("problem", words.of(refusal));
        }
    }
}
