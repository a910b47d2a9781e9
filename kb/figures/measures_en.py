"""Units as English texts write them: `canonical factor: words, separated by bars`, in small letters."""

MEASURES_EN = """
CNY 1: yuan|renminbi|rmb|cny
USD 1: u.s. dollars|us dollars|us dollar|u.s. dollar|dollars|dollar|usd
EUR 1: euros|euro|eur
HKD 1: hong kong dollars|hong kong dollar|hkd|hk dollars
JPY 1: yen
GBP 1: pounds sterling
MOP 1: patacas|pataca
% 1: %|percent|per cent
‰ 1: ‰|per mille|per thousand
pp 1: percentage points|percentage point|percentage-point|percent points|pp
second 1: seconds|second
ms 1: milliseconds|millisecond|ms
minute 1: minutes|minute|mins|min
hour 1: hours|hour|hrs
day 1: calendar days|natural days|days|day|calendar day
workday 1: working days|working day|workdays|workday|business days|business day|work days
week 1: weeks|week
month 1: months|month
year 1: years of age|years old|years|year
km 1: kilometers|kilometres|kilometer|kilometre|km
m 1: meters|metres|meter|metre
m 0.01: centimeters|centimetres|cm
mm 1: millimeters|millimetres|mm
nmi 1: nautical miles
m2 1: square meters|square metres|square meter|square metre|sq m|sqm|sq. m|m2|m²
km2 1: square kilometers|square kilometres|sq km|sq. km|km2|km²
m3 1: cubic meters|cubic metres|cubic meter|cubic metre|m3|m³
L 1: liters|litres
mu 1: mu
ha 1: hectares|hectare|ha
t 1: deadweight tons|deadweight tonnes|gross tons|gross tonnes
t 1: metric tons|metric tonnes|tonnes|tons|tonne|ton|metric ton|t
kg 1: kilograms|kilogrammes|kilogram|kg|kilos
kg 0.5: jin|catties
g 1: grams|gram
mg 1: milligrams
tce 1: tons of standard coal equivalent|tonnes of standard coal equivalent
tce 1: tons of standard coal|tonnes of standard coal
tce 1: tons of coal equivalent|tonnes of coal equivalent|metric tons of standard coal equivalent|tce
tce 1: metric tons of standard coal|metric tons of coal equivalent
gce 1: grams of standard coal|grams of coal equivalent|grams of standard coal equivalent
kW 1: kilowatts|kilowatt|kw
kW 1000: megawatts|megawatt|mw
kW 1000000: gigawatts|gigawatt|gw
kW 1000000000: terawatts|tw
kWh 1: kilowatt-hours|kilowatt hours|kilowatt-hour|kwh
kWh 1000: megawatt-hours|megawatt hours|mwh
kWh 1000000: gigawatt-hours|gigawatt hours|gwh
kWh 1000000000: terawatt-hours|terawatt hours|twh
Wh 1: watt-hours|watt hours|wh
kV 1: kilovolts|kv
℃ 1: degrees celsius|°c|℃
dB 1: decibels|db
person-km 1: passenger-kilometers|passenger-kilometres|passenger kilometers
t-km 1: tonne-kilometers|tonne-kilometres|ton-kilometers|tonne kilometers
TEU 1: twenty-foot equivalent units|standard containers|teus|teu
EFLOPS 1: eflops|exaflops
PFLOPS 1: pflops|petaflops
Mbps 1: mbps
Gbps 1: gbps
MB 1: mb
GB 1: gb
TB 1: tb|terabytes
PB 1: pb|petabytes
EB 1: eb|exabytes
ug/m3 1: micrograms per cubic meter|micrograms per cubic metre|μg/m³|μg/m3|ug/m3
mg/L 1: milligrams per liter|milligrams per litre|mg/l
times 1: times|fold|-fold|x
point 1: points
person 1: people|persons|person
"""

# What a unit is counted per.
DENOMINATORS_EN = """
m2 1: square meter|square metre|m2|m²
m3 1: cubic meter|cubic metre|m3|m³
km2 1: square kilometer|square kilometre
mu 1: mu
ha 1: hectare|ha
L 1: liter|litre
person-year 1: person per year|capita per year
person 1: person|capita|head|resident|visitor
household 1: household
year 1: year|annum
month 1: month
week 1: week
day 1: day
hour 1: hour
second 1: second
10^4CNY 1: 10,000 yuan of gdp|10,000 yuan|rmb 10,000
kWh 1: kilowatt-hour|kilowatt hour|kwh
kW 1: kilowatt|kw
W 1: watt
km 1: kilometer|kilometre|km
t 1: tonne|ton|metric ton
kg 1: kilogram|kg
bed 1: bed
piece 1: unit|piece|vehicle|enterprise|company|project
"""
