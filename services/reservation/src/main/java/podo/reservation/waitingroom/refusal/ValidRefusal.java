package podo.reservation.waitingroom.refusal;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import podo.contracts.reservation.RefusedEntry;

/** A refusal with a reason of 1 to 40 characters, and a count that is not negative. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidRefusal.Validator.class)
@interface ValidRefusal {

    String message() default "{jakarta.validation.constraints.NotBlank.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<ValidRefusal, RefusedEntry> {

        private static final int LONGEST_REASON = 40;

        @Override
        public boolean isValid(@Nullable RefusedEntry entry, ConstraintValidatorContext context) {
            if (entry == null) {
                return false;
            }
            @Nullable String reason = entry.reason(); // null when the caller sent none
            return reason != null && !reason.isBlank() && reason.length() <= LONGEST_REASON && entry.times() >= 0;
        }
    }
}
