package podo.web.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import podo.web.page.Visitor;

/**
 * Reads forms with a file, at the addresses that take one, of organisers alone. It stands between the log-in and the check of the form's token, which is in
 * the body. What is too large is read to its end, because a browser shows no answer to a request that it is still sending, and its page says so at the field.
 */
public final class FileFormFilter extends OncePerRequestFilter {

    /** Why a form could not be read. */
    public enum Refusal {
        TOO_LARGE,
        UNREADABLE,
        BUSY
    }

    public static final int MOST_BYTES = 8 << 20;

    private static final String FILE = FileFormFilter.class.getName() + ".file";
    private static final String REFUSAL = FileFormFilter.class.getName() + ".refusal";
    private static final Pattern TAKES_A_FILE = Pattern.compile("/admin/events/[1-9][0-9]{0,18}/poster");
    /** For the other fields and the lines between them. */
    private static final int AROUND = 32 << 10;
    /** What the gateway lets through at most. */
    private static final long LONGEST_BODY = 40L << 20;

    private final Semaphore inMemory = new Semaphore(2);

    /** The file that was sent; null when none was. */
    public static byte @Nullable [] fileOf(HttpServletRequest request) {
        return request.getAttribute(FILE) instanceof byte[] file ? file : null;
    }

    /** Why the form that was sent could not be read; null when it could, and when none was sent. */
    public static @Nullable Refusal refusalOf(HttpServletRequest request) {
        return request.getAttribute(REFUSAL) instanceof Refusal refusal ? refusal : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (!request.getMethod().equals("POST")
                || type == null
                || !type.startsWith("multipart/")
                || !TAKES_A_FILE.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(request, response);
        } else if (!isOrganiser()) {
            drain(request.getInputStream());
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > MOST_BYTES + AROUND) {
            refuse(Refusal.TOO_LARGE, request, response, chain);
        } else if (!inMemory.tryAcquire()) {
            refuse(Refusal.BUSY, request, response, chain);
        } else {
            try {
                read(request, response, chain);
            } finally {
                inMemory.release();
            }
        }
    }

    private static void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + AROUND + 1);
        FileForm form = body.length > MOST_BYTES + AROUND ? null : FileForm.parse(request.getContentType(), body);
        byte[] file = form == null ? null : form.file();
        if (form == null) {
            refuse(
                    body.length > MOST_BYTES + AROUND ? Refusal.TOO_LARGE : Refusal.UNREADABLE,
                    request,
                    response,
                    chain);
        } else if (file != null && file.length > MOST_BYTES) {
            refuse(Refusal.TOO_LARGE, request, response, chain);
        } else {
            request.setAttribute(FILE, file);
            chain.doFilter(FileFormRequest.of(request, form), response);
        }
    }

    private static void refuse(
            Refusal refusal, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        drain(request.getInputStream());
        request.setAttribute(REFUSAL, refusal);
        chain.doFilter(FileFormRequest.pageOf(request), response);
    }

    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[16 << 10];
        long total = 0;
        for (int count = body.read(buffer); count >= 0 && total < LONGEST_BODY; count = body.read(buffer)) {
            total += count;
        }
    }

    private static boolean isOrganiser() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Visitor me && me.organiser();
    }
}
