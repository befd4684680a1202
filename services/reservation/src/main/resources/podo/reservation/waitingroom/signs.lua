-- ARGV: pairs of fan and the moment (ms) until which a hold or a payment keeps them busy; then the silence that is borne.
local silence = tonumber(ARGV[#ARGV])
for i = 1, #ARGV - 1, 2 do
  if redis.call('ZSCORE', inside, ARGV[i]) then
    redis.call('ZADD', alive, 'GT', math.max(now + silence, tonumber(ARGV[i + 1])), ARGV[i])
  end
end
return 1
