package vn.motcua.payment;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.payment.PaymentGateway.CallBack;

/**
 * Where gateways call back: 200 for what was taken or known, 400 for what the gateway did not sign, 404 and 409 for what
 * fits no order. Whoever gets 5xx should call again.
 */
@Hidden
@RestController
@ConditionalOnWebApplication
@PaymentRoom
class CallBackAddress {

    private static final int LONGEST = 16 * 1024;

    private final Gateways gateways;
    private final CallBacks callBacks;

    CallBackAddress(Gateways gateways, CallBacks callBacks) {
        this.gateways = gateways;
        this.callBacks = callBacks;
    }

    @PostMapping("/payment/callback/{gateway}")
    ResponseEntity<Void> receive(@PathVariable String gateway, HttpServletRequest request) throws IOException {
        Map<String, List<String>> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return answer(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        return gateways.find(gateway)
                .map(named -> callBacks
                        .receive(named, new CallBack(headers(request), parameters, body))
                        .map(verdict -> answer(status(verdict)))
                        .orElseGet(() -> answer(HttpStatus.BAD_REQUEST)))
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND));
    }

    private static HttpStatus status(Verdict verdict) {
        return switch (verdict) {
            case TAKEN, KNOWN -> HttpStatus.OK;
            case UNKNOWN_ORDER -> HttpStatus.NOT_FOUND;
            case OTHER_AMOUNT, CONTRADICTION -> HttpStatus.CONFLICT;
        };
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }
}
