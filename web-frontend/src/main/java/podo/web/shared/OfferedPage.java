package podo.web.shared;

import jakarta.servlet.http.HttpServletRequest;

/** A page whose content is the same for every account, its header apart, says so; no other page is kept with gaps. */
public final class OfferedPage {

    private static final String ATTRIBUTE = OfferedPage.class.getName();

    private OfferedPage() {}

    /** Called by the controller once it knows that nothing on the page depends on who asks. */
    public static void offer(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    static boolean isOffered(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
