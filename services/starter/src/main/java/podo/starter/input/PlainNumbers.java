package podo.starter.input;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.util.ClassUtils;
import org.springframework.util.NumberUtils;

/**
 * Reads numbers in paths, queries and forms in one spelling only: ASCII digits without a leading zero, a minus where it means
 * something. Spring alone also takes {@code 0x1}, {@code +1}, {@code 01}, blanks and the digits of other scripts for 1.
 */
class PlainNumbers implements GenericConverter {

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,9})?");

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Number.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        return parse(source == null ? "" : source.toString(), to.getType());
    }

    /** Null for an empty text; throws {@link NumberFormatException} for every other spelling. */
    static @Nullable Number parse(String text, Class<?> type) {
        if (text.isEmpty()) {
            return null;
        }
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        boolean decimal = boxed == Double.class || boxed == Float.class;
        if (!(decimal ? DECIMAL : WHOLE).matcher(text).matches()) {
            throw new NumberFormatException("not a plain number");
        }
        return NumberUtils.parseNumber(text, boxed.asSubclass(Number.class));
    }
}
