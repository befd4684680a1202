package podo.web.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose form has been read: its fields are parameters, as of every other form. */
final class FileFormRequest extends HttpServletRequestWrapper {

    private final String method;
    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    private FileFormRequest(HttpServletRequest request, String method, Map<String, String> fields) {
        super(request);
        this.method = method;
        fields.forEach((name, value) -> parameters.put(name, new String[] {value}));
    }

    static FileFormRequest of(HttpServletRequest request, FileForm form) {
        return new FileFormRequest(request, request.getMethod(), form.fields());
    }

    /** The form's page in place of the form: nothing is done. */
    static FileFormRequest pageOf(HttpServletRequest request) {
        return new FileFormRequest(request, "GET", Map.of());
    }

    @Override
    public String getMethod() {
        return method;
    }

    /** The body is read. */
    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }
}
