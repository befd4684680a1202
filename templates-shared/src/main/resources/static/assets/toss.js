/*
 * Entry for the payment page: opens Toss Payments' own window. A client key with _gck_ belongs to the payment widget, every other
 * one to the payment window. TossPayments is a global of Toss's script, which the page loads before this one.
 */
const button = document.getElementById('toss');
const order = button.dataset;

function fail(error) {
  location.assign(order.failUrl + '&code=' + encodeURIComponent(error.code || 'PAY_PROCESS_ABORTED'));
}

async function prepare() {
  const toss = window.TossPayments(order.clientKey);
  const customer = { customerKey: order.customerKey };
  const amount = { currency: 'KRW', value: Number(order.amount) };
  const request = { orderId: order.orderId, orderName: order.orderName, successUrl: order.successUrl, failUrl: order.failUrl };
  if (!order.clientKey.includes('_gck_')) {
    return () => toss.payment(customer).requestPayment({ ...request, method: 'CARD', amount });
  }
  const widgets = toss.widgets(customer);
  await widgets.setAmount(amount);
  await Promise.all([
    widgets.renderPaymentMethods({ selector: '#toss-methods', variantKey: 'DEFAULT' }),
    widgets.renderAgreement({ selector: '#toss-terms', variantKey: 'AGREEMENT' }),
  ]);
  return () => widgets.requestPayment(request);
}

try {
  const open = await prepare();
  button.addEventListener('click', () => open().catch(fail));
  button.disabled = false;
} catch (error) {
  fail(error);
}
