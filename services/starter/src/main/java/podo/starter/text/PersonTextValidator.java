package podo.starter.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Locale;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Names the first rule that a text breaks. */
public class PersonTextValidator implements ConstraintValidator<PersonText, String> {

    private boolean lines;
    private boolean optional;
    private int max;

    @Override
    public void initialize(PersonText rule) {
        lines = rule.lines();
        optional = rule.optional();
        max = rule.max();
    }

    @Override
    public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
        String text = typed == null ? "" : WrittenText.normalise(typed);
        if (text.isEmpty()) {
            return optional || refuse("{podo.text.blank}", context);
        }
        if (WrittenText.hasControlCharacters(text, lines)) {
            return refuse("{podo.text.control}", context);
        }
        if (!WrittenText.isVisible(text)) {
            return refuse("{podo.text.invisible}", context);
        }
        return text.length() <= max || refuse("{podo.text.long}", context);
    }

    private boolean refuse(String message, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.unwrap(HibernateConstraintValidatorContext.class)
                .addMessageParameter("max", String.format(Locale.ROOT, "%,d", max))
                .buildConstraintViolationWithTemplate(message)
                .addConstraintViolation();
        return false;
    }
}
