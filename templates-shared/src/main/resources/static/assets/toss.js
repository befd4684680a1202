/* Opens Toss Payments' own window: the widget for its keys (…_gck_…), the payment window for all others. */
(async () => {
  const button = document.getElementById('toss');
  const order = button.dataset;
  const fail = e => location.assign(order.failUrl + '&code=' + encodeURIComponent(e.code || 'PAY_PROCESS_ABORTED'));
  try {
    const toss = TossPayments(order.clientKey);
    const customer = { customerKey: order.customerKey };
    const amount = { currency: 'KRW', value: Number(order.amount) };
    const request = { orderId: order.orderId, orderName: order.orderName, successUrl: order.successUrl, failUrl: order.failUrl };
    let open = () => toss.payment(customer).requestPayment({ ...request, method: 'CARD', amount });
    if (order.clientKey.includes('_gck_')) {
      const widgets = toss.widgets(customer);
      await widgets.setAmount(amount);
      await Promise.all([
        widgets.renderPaymentMethods({ selector: '#toss-methods', variantKey: 'DEFAULT' }),
        widgets.renderAgreement({ selector: '#toss-terms', variantKey: 'AGREEMENT' }),
      ]);
      open = () => widgets.requestPayment(request);
    }
    button.addEventListener('click', () => open().catch(fail));
    button.disabled = false;
  } catch (e) {
    fail(e);
  }
})();
